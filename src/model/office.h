/* What the office that uses the program decides for itself. */
#ifndef PHULUC_MODEL_OFFICE_H
#define PHULUC_MODEL_OFFICE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/dec.h"
#include "base/finding.h"

/* A difference is material above both thresholds; zero and zero (also without an office file) make every one material. */
struct office {
    struct place place;           /* file NULL: none was given */
    struct dec material_percent;  /* of the stated figure */
    int64_t material_dong;
};

bool is_material(const struct office *office, int64_t stated, int64_t computed);

#endif
