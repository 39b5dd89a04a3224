package io.guidepost.backend.store;

import io.guidepost.contract.booking.SlotId;
import io.guidepost.contract.catalogue.MerchantId;
import io.guidepost.contract.catalogue.OfferId;
import io.guidepost.contract.catalogue.RegionId;
import io.guidepost.contract.code.Gtin;
import io.guidepost.contract.id.GroupId;
import io.guidepost.contract.id.KioskId;
import io.guidepost.contract.id.SessionId;
import io.guidepost.contract.member.MemberRef;
import io.guidepost.contract.member.StaffRef;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;

/**
 * Lets SQL take and give the contract's identifiers, {@link Instant} and {@link UUID} as they are.
 */
final class ContractTypes extends JdbiPlugin.Singleton {
    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(factory(Instant.class, i -> i.atOffset(ZoneOffset.UTC)));
        jdbi.registerColumnMapper(
                Instant.class,
                (row, column, context) -> {
                    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
                    return instant(time);
                });
        jdbi.registerArgument(factory(UUID.class, u -> u));
        jdbi.registerColumnMapper(
                UUID.class, (row, column, context) -> row.getObject(column, UUID.class));
        for (Text<?> text :
                List.<Text<?>>of(
                        new Text<>(OfferId.class, OfferId::new),
                        new Text<>(MerchantId.class, MerchantId::new),
                        new Text<>(RegionId.class, RegionId::new),
                        new Text<>(SlotId.class, SlotId::new),
                        new Text<>(GroupId.class, GroupId::new),
                        new Text<>(KioskId.class, KioskId::new),
                        new Text<>(SessionId.class, SessionId::new),
                        new Text<>(MemberRef.class, MemberRef::new),
                        new Text<>(StaffRef.class, StaffRef::new),
                        new Text<>(Gtin.class, Gtin::new))) {
            text.register(jdbi);
        }
    }

    private static <T> ArgumentFactory factory(Class<T> type, Function<T, Object> toSql) {
        return (asked, value, config) ->
                asked == type
                        ? Optional.of(
                                (position, statement, context) ->
                                        statement.setObject(
                                                position,
                                                value == null
                                                        ? null
                                                        : toSql.apply(type.cast(value))))
                        : Optional.empty();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private record Text<T>(Class<T> type, Function<String, T> read) {
        void register(Jdbi jdbi) {
            jdbi.registerArgument(
                    (ArgumentFactory)
                            (asked, value, config) ->
                                    asked == type
                                            ? Optional.of(argument(value))
                                            : Optional.empty());
            jdbi.registerColumnMapper(
                    type,
                    (row, column, context) -> {
                        String value = row.getString(column);
                        return value == null ? null : read.apply(value);
                    });
        }

        private static Argument argument(@Nullable Object value) {
            return (position, statement, context) ->
                    statement.setString(position, value == null ? null : value.toString());
        }
    }
}
