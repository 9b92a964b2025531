#include "base/numfmt.h"
