-- How far each kiosk's telemetry of devices has come.
create table device_streams (
    kiosk_id    varchar(39) primary key references kiosks (id),
    boot_id     uuid not null,
    seq         bigint not null,              -- of the newest batch of this boot
    received_at timestamp(6) with time zone not null,
    changed_at  timestamp(6) with time zone not null, -- when a status was last another one
    missed      bigint not null,              -- batches of this boot that never came
    gap_at      timestamp(6) with time zone,  -- when the newest gap was seen
    omitted     int not null                  -- devices that the kiosk had no room for
);

-- What each device last said of itself, times by the backend's clock.
create table device_reports (
    kiosk_id varchar(39) not null references device_streams (kiosk_id),
    name     varchar(40) not null,
    state    varchar(20) not null,
    reason   varchar(160),
    report   varchar(8000) not null,          -- JSON
    primary key (kiosk_id, name)
);
