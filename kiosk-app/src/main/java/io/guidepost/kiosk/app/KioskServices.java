package io.guidepost.kiosk.app;

import io.guidepost.kiosk.booking.BookingService;
import io.guidepost.kiosk.campaign.CampaignService;
import io.guidepost.kiosk.catalogue.CatalogueService;
import io.guidepost.kiosk.catalogue.Pictures;
import io.guidepost.kiosk.health.HealthService;
import io.guidepost.kiosk.health.Lamp;
import io.guidepost.kiosk.member.MemberService;
import io.guidepost.kiosk.payment.PaymentService;
import io.guidepost.kiosk.platform.Backend;
import io.guidepost.kiosk.platform.BackgroundTasks;
import io.guidepost.kiosk.scan.ScanService;
import io.guidepost.kiosk.session.SessionService;
import io.guidepost.kiosk.session.Visitors;
import io.guidepost.kiosk.staff.Cabinet;
import io.guidepost.kiosk.staff.StaffService;
import io.guidepost.kiosk.voucher.VoucherService;
import java.time.Clock;

/**
 * The whole kiosk without screens: what the screens' view models are built from. No JavaFX.
 *
 * @param clock in the store's time zone
 */
public record KioskServices(
        CatalogueService catalogue,
        Pictures pictures,
        CampaignService campaigns,
        BookingService booking,
        PaymentService payments,
        VoucherService vouchers,
        MemberService members,
        StaffService staff,
        Cabinet cabinet,
        SessionService session,
        ScanService scans,
        HealthService health,
        Backend backend,
        Visitors visitors,
        Lamp lamp,
        BackgroundTasks tasks,
        Clock clock) {}
