/** Ed25519 signatures over vouchers and documents. */
@NullMarked
package io.guidepost.contract.sign;

import org.jspecify.annotations.NullMarked;
