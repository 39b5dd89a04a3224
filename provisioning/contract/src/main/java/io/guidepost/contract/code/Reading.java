package io.guidepost.contract.code;

import io.guidepost.contract.code.ScannedCode.Reason;

/** What came of reading GS1 data: its elements, or why there are none. */
sealed interface Reading permits Elements, Reading.Refused {
    /** Not readable. */
    record Refused(Reason reason) implements Reading {}
}
