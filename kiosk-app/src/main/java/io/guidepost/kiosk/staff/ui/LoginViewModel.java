package io.guidepost.kiosk.staff.ui;

import io.guidepost.contract.code.BadgeCode;
import io.guidepost.kiosk.platform.LiveValue;
import io.guidepost.kiosk.platform.Observable;
import io.guidepost.kiosk.staff.StaffLogin;
import io.guidepost.kiosk.staff.StaffMember;
import io.guidepost.kiosk.ui.ViewModel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Signing in with a badge and a PIN. The digits never leave this class but for the question to the
 * backend.
 */
public final class LoginViewModel implements ViewModel {
    public static final int LONGEST_PIN = 8;
    public static final int SHORTEST_PIN = 4;

    /** A scanner may read a badge that is held before it twice within this. */
    private static final Duration ONE_SHOWING = Duration.ofSeconds(3);

    private final Badge badge;
    private final Function<String, CompletionStage<StaffLogin>> login;
    private final BiConsumer<LoginViewModel, StaffMember> signedIn;
    private final LiveValue<State> state = new LiveValue<>(new State(0, false, Optional.empty()));
    private final AtomicBoolean asking = new AtomicBoolean();
    private final StringBuilder pin = new StringBuilder();

    /**
     * The badge that this page asks the PIN of.
     *
     * @param shown when it was scanned
     */
    public record Badge(BadgeCode code, Instant shown) {}

    /** What is told about the last try. */
    public sealed interface Notice {
        record Wrong(int triesLeft) implements Notice {}

        record Locked(Instant until) implements Notice {}

        record NoAnswer() implements Notice {}

        record TooShort() implements Notice {}
    }

    /**
     * All that is shown.
     *
     * @param digits how many have been typed
     * @param busy the backend is asked
     */
    public record State(int digits, boolean busy, Optional<Notice> notice) {}

    /**
     * @param badge whose PIN it is
     * @param login asks whether the PIN belongs to the badge that was scanned
     * @param signedIn is told who typed the right PIN, and on which of these pages
     */
    public LoginViewModel(
            Badge badge,
            Function<String, CompletionStage<StaffLogin>> login,
            BiConsumer<LoginViewModel, StaffMember> signedIn) {
        this.badge = badge;
        this.login = login;
        this.signedIn = signedIn;
    }

    public Observable<State> state() {
        return state;
    }

    /** Whether this badge is the one whose PIN is asked for. */
    public boolean asks(BadgeCode other) {
        return badge.code().equals(other);
    }

    /** Whether a badge that is scanned now was shown once more, and not only read twice. */
    public boolean isShownAgain(Instant now) {
        return !now.isBefore(badge.shown().plus(ONE_SHOWING));
    }

    public synchronized void type(int digit) {
        if (!asking.get() && pin.length() < LONGEST_PIN) {
            pin.append(digit);
            state.set(new State(pin.length(), false, Optional.empty()));
        }
    }

    public synchronized void erase() {
        if (!asking.get() && !pin.isEmpty()) {
            pin.setLength(pin.length() - 1);
            state.set(new State(pin.length(), false, Optional.empty()));
        }
    }

    /** Asks; a second touch meanwhile does nothing. */
    public synchronized void ok() {
        if (pin.length() < SHORTEST_PIN) {
            state.set(new State(pin.length(), false, Optional.of(new Notice.TooShort())));
            return;
        }
        if (!asking.compareAndSet(false, true)) {
            return;
        }
        String typed = pin.toString();
        pin.setLength(0);
        state.set(new State(0, true, Optional.empty()));
        login.apply(typed).whenComplete(this::answered);
    }

    @Override
    public synchronized void close() {
        pin.setLength(0);
    }

    private void answered(@Nullable StaffLogin result, @Nullable Throwable failure) {
        asking.set(false);
        if (failure != null || result == null) {
            tell(new Notice.NoAnswer());
            return;
        }
        switch (result) {
            case StaffLogin.SignedIn(StaffMember staff) -> {
                state.set(new State(0, false, Optional.empty()));
                signedIn.accept(this, staff);
            }
            case StaffLogin.Wrong(int left) -> tell(new Notice.Wrong(left));
            case StaffLogin.Locked(Instant until) -> tell(new Notice.Locked(until));
            case StaffLogin.TooLate() -> state.set(new State(0, false, Optional.empty()));
            case StaffLogin.NotReachable _, StaffLogin.Failed _ -> tell(new Notice.NoAnswer());
        }
    }

    private void tell(Notice notice) {
        state.set(new State(0, false, Optional.of(notice)));
    }
}
