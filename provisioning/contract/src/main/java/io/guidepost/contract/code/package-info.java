/** Codes that a customer or a member of staff may scan, and the identifiers printed as codes. */
@NullMarked
package io.guidepost.contract.code;

import org.jspecify.annotations.NullMarked;
