package io.guidepost.backend.desk;

import io.guidepost.backend.booking.Holds;
import io.guidepost.backend.insight.Looks;
import io.guidepost.backend.member.Members;
import io.guidepost.backend.member.Staff;
import io.guidepost.backend.payment.Payments;
import io.guidepost.backend.stock.Stock;
import io.guidepost.backend.voucher.Bookings;

/** The features that kiosks reach. */
public record Features(
        Holds holds,
        Payments payments,
        Bookings bookings,
        Stock stock,
        Members members,
        Staff staff,
        Looks looks) {}
