' A clerk at the keyboard: opens a form, types into each cell that is to be answered, and saves.
' Cells are found as the form names them: key of the row in column A, key of the column in row 1.
' What is typed is understood as the office's own locale has it: 12,5 is a number. Locked cells are left alone and said.
Option Explicit

Function Row_Of(page, key) As Long
  Dim row As Long
  For row = 0 To 2000
    If page.getCellByPosition(0, row).String = key Then
      Row_Of = row
      Exit Function
    End If
  Next row
  Row_Of = -1
End Function

Function Column_Of(page, key) As Long
  Dim column As Long
  For column = 0 To 60
    If page.getCellByPosition(column, 0).String = key Then
      Column_Of = column
      Exit Function
    End If
  Next column
  Column_Of = -1
End Function

Function Named(name, value)
  Dim made As New com.sun.star.beans.PropertyValue
  made.Name = name
  made.Value = value
  Named = made
End Function

Function Lines_Of(path)
  Dim files, lines
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  lines = createUnoService("com.sun.star.io.TextInputStream")
  lines.setInputStream(files.openFileRead(ConvertToURL(path)))
  lines.setEncoding("UTF-8")
  Lines_Of = lines
End Function

Function Typed_Into(book, sheet, rowKey, columnKey, text) As String
  Dim page, cell, row As Long, column As Long
  page = book.Sheets.getByName(sheet)
  row = Row_Of(page, rowKey)
  column = Column_Of(page, columnKey)
  If row < 0 Or column < 0 Then
    Typed_Into = "no such cell"
    Exit Function
  End If
  cell = page.getCellByPosition(column, row)
  If cell.CellProtection.IsLocked Then
    Typed_Into = "a locked cell"
    Exit Function
  End If
  cell.FormulaLocal = text
  Typed_Into = cell.String
End Function

Sub Say(path, text)
  Dim number As Integer
  number = FreeFile
  Open path For Append As #number
  Print #number, text
  Close #number
End Sub

' answers: lines of sheet, row, column and text, separated by tabs. said: each line whose cell does not show what was typed; then "saved".
Sub Fill_In(form, answers, target, said)
  Dim book, lines, answer, shown As String, place As Long
  On Error GoTo Failed
  book = StarDesktop.loadComponentFromURL(ConvertToURL(form), "_blank", 0, Array(Named("Hidden", True)))
  lines = Lines_Of(answers)
  Do While Not lines.isEOF()
    place = place + 1
    answer = Split(lines.readLine(), Chr(9))
    If UBound(answer) = 3 Then
      shown = Typed_Into(book, answer(0), answer(1), answer(2), answer(3))
      If shown <> answer(3) Then Say(said, "line " & place & ": " & shown)
    End If
  Loop
  book.storeToURL(ConvertToURL(target), Array(Named("FilterName", "Calc MS Excel 2007 XML")))
  Say(said, "saved")
  book.close(True)
  StarDesktop.terminate()
  Exit Sub
Failed:
  Say(said, "line " & place & ": " & Error$)
  StarDesktop.terminate()
End Sub
