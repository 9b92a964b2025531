// What a script in Go would do, to hold the program against: encoding/xml reads the plans, tealeg/xlsx and gofpdf write the cells
// of their documents. Nothing is validated, added up or compared.
//
// Usage: peer FONT PLANS FOLDER < CELLS  (cells as floor.c takes them)
package main

import (
	"bufio"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/jung-kurt/gofpdf"
	"github.com/tealeg/xlsx"
)

type sheet struct {
	name string
	rows [][]string
}

type document struct {
	name   string
	sheets []*sheet
}

const left, top, bottom, right, line, size = 30.0, 35.0, 555.0, 812.0, 14.0, 10.0

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func documents(stream io.Reader) (found []*document) {
	lines := bufio.NewScanner(stream)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		text := lines.Text()
		switch {
		case strings.HasPrefix(text, "= "):
			found = append(found, &document{name: text[2:]})
		case strings.HasPrefix(text, "+ "):
			last := found[len(found)-1]
			last.sheets = append(last.sheets, &sheet{name: text[2:]})
		default:
			sheets := found[len(found)-1].sheets
			last := sheets[len(sheets)-1]
			last.rows = append(last.rows, strings.Split(text, "\t"))
		}
	}
	check(lines.Err())
	return found
}

func readPlan(path string) {
	file, err := os.Open(path)
	check(err)
	defer file.Close()
	decoder := xml.NewDecoder(bufio.NewReader(file))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return
		} else {
			check(err)
		}
	}
}

func style() *xlsx.Style {
	made := xlsx.NewStyle()
	made.Font = *xlsx.NewFont(12, "Times New Roman")
	made.Border = *xlsx.NewBorder("thin", "thin", "thin", "thin")
	made.Alignment.WrapText = true
	made.ApplyFont, made.ApplyBorder, made.ApplyAlignment = true, true, true
	return made
}

func writeWorkbook(path string, sheets []*sheet) {
	book, text := xlsx.NewFile(), style()
	for _, given := range sheets {
		added, err := book.AddSheet(given.name)
		check(err)
		for _, cells := range given.rows {
			row := added.AddRow()
			for _, content := range cells {
				cell := row.AddCell()
				if strings.HasPrefix(content, "#") {
					number, err := strconv.ParseFloat(content[1:], 64)
					check(err)
					cell.SetFloatWithFormat(number, "#,##0.0")
				} else {
					cell.SetString(content)
				}
				cell.SetStyle(text)
			}
		}
	}
	check(book.Save(path))
}

func writePages(path string, font []byte, sheets []*sheet) {
	pages := gofpdf.New("L", "pt", "A4", "")
	pages.SetAutoPageBreak(false, 0)
	pages.AddUTF8FontFromBytes("Serif", "", font)
	for _, given := range sheets {
		y := bottom + 1
		for _, cells := range given.rows {
			if y > bottom {
				pages.AddPage()
				pages.SetFont("Serif", "", size)
				y = top
			}
			for at, content := range cells {
				x := left + (right-left)*float64(at)/float64(len(cells))
				pages.Text(x+2, y+line-3, strings.TrimPrefix(content, "#"))
				pages.Line(x, y, x, y+line)
			}
			pages.Line(left, y+line, right, y+line)
			y += line
		}
	}
	check(pages.OutputFileAndClose(path))
}

func main() {
	font, err := os.ReadFile(os.Args[1])
	check(err)
	plans, err := filepath.Glob(filepath.Join(os.Args[2], "*.xml"))
	check(err)
	for _, path := range plans {
		readPlan(path)
	}
	for _, made := range documents(os.Stdin) {
		writeWorkbook(filepath.Join(os.Args[3], made.name+".xlsx"), made.sheets)
		writePages(filepath.Join(os.Args[3], made.name+".pdf"), font, made.sheets)
	}
}
