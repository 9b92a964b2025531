def cases(program, update):
    return []
