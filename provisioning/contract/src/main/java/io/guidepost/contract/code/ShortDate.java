package io.guidepost.contract.code;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date with a year of two digits, as GS1 writes it: {@code YYMMDD} (GS1 General Specifications,
 * section 3.4). Which century is meant depends on when one looks (section 7.12).
 *
 * @param year 0 to 99
 * @param month 1 to 12
 * @param day 1 to 31, or 0 for the last day of the month
 */
public record ShortDate(int year, int month, int day) {
    public ShortDate {
        if (year < 0
                || year > 99
                || month < 1
                || month > 12
                || day < 0
                || day > days(year, month)) {
            throw new IllegalArgumentException(
                    "date: there is no day " + day + " in month " + month + " of year " + year);
        }
    }

    /**
     * Reads {@code YYMMDD}.
     *
     * @throws IllegalArgumentException on anything else
     */
    public static ShortDate parse(String digits) {
        if (digits.length() != 6 || !Digits.only(digits)) {
            throw new IllegalArgumentException("date: needs 6 digits");
        }
        return new ShortDate(part(digits, 0), part(digits, 2), part(digits, 4));
    }

    /**
     * The day that is meant: in the century that puts its year no more than 50 years ahead and less
     * than 50 behind.
     */
    public LocalDate asOf(LocalDate today) {
        int whole = today.getYear() - today.getYear() % 100 + year;
        int ahead = whole - today.getYear();
        if (ahead > 50) {
            whole -= 100;
        } else if (ahead <= -50) {
            whole += 100;
        }
        YearMonth in = YearMonth.of(whole, month);
        return day == 0 ? in.atEndOfMonth() : in.atDay(Math.min(day, in.lengthOfMonth()));
    }

    /** Whether six digits are such a date. */
    static boolean isDate(String digits) {
        int month = part(digits, 2);
        return month >= 1 && month <= 12 && part(digits, 4) <= days(part(digits, 0), month);
    }

    /** Whether eight digits are a date with its whole year. */
    static boolean isFullDate(String digits) {
        try {
            LocalDate _ =
                    LocalDate.of(
                            Integer.parseInt(digits, 0, 4, 10), part(digits, 4), part(digits, 6));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Every fourth year is a leap year while the years meant lie between 1901 and 2099. */
    private static int days(int year, int month) {
        return YearMonth.of(2000 + year, month).lengthOfMonth();
    }

    private static int part(String digits, int at) {
        return Integer.parseInt(digits, at, at + 2, 10);
    }
}
