package io.guidepost.backend.catalogue.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A review of the sample mall, put together from sentences that fit its subject. */
record Opinion(
        String id,
        String offerId,
        String gtin,
        String product,
        int rating,
        String title,
        String text,
        String author,
        LocalDate date,
        boolean verified) {
    /** Something that is reviewed. */
    record Subject(String offerId, String gtin, String title, String voice, boolean hero) {}

    static List<Opinion> all(int count, List<Subject> subjects, long seed, LocalDate today) {
        Random random = new Random(seed ^ 0x5DEECE66DL);
        Map<String, List<String>> pools = pools();
        List<String> first = names("first");
        List<String> last = names("last");
        List<Subject> order = new ArrayList<>(subjects);
        Collections.shuffle(order, random);
        List<Subject> heroes = order.stream().filter(Subject::hero).toList();
        List<Opinion> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double skew = Math.pow(random.nextDouble(), 2.4);
            Subject subject =
                    !heroes.isEmpty() && random.nextInt(100) < 3
                            ? heroes.get(random.nextInt(heroes.size()))
                            : order.get((int) (skew * order.size()));
            int rating = rating(subject, random);
            List<String> said = said(pools, subject.voice(), rating, random);
            String author =
                    first.get(random.nextInt(first.size()))
                            + " "
                            + last.get(random.nextInt(last.size())).charAt(0)
                            + ".";
            all.add(
                    new Opinion(
                            "r-%06d".formatted(i + 1),
                            subject.offerId(),
                            subject.gtin(),
                            subject.title(),
                            rating,
                            said.getFirst(),
                            String.join(" ", said.subList(1, said.size())),
                            random.nextInt(12) == 0 ? "" : author,
                            today.minusDays(1 + (long) (380 * Math.pow(random.nextDouble(), 1.6))),
                            random.nextInt(100) < 72));
        }
        return all;
    }

    /** Each subject has its own level, so that averages differ. */
    private static int rating(Subject subject, Random random) {
        double level = 3.7 + Math.floorMod(subject.offerId().hashCode(), 100) / 100.0 * 1.2;
        double drawn = level + random.nextGaussian() * 0.95;
        return Math.clamp(Math.round(drawn), 1, 5);
    }

    /** A title and one to three sentences, none twice. */
    private static List<String> said(
            Map<String, List<String>> pools, String voice, int rating, Random random) {
        String tone = rating >= 4 ? "g" : rating == 3 ? "m" : "b";
        Set<String> chosen = new LinkedHashSet<>();
        List<String> general = pools.getOrDefault("any|" + tone, List.of());
        List<String> special = pools.getOrDefault(voice + "|" + tone, general);
        String title = general.get(random.nextInt(general.size()));
        chosen.add(title.substring(0, title.length() - (title.endsWith(".") ? 1 : 0)));
        int sentences = 1 + random.nextInt(3);
        for (int i = 0; i < sentences; i++) {
            chosen.add(special.get(random.nextInt(special.size())));
        }
        if (rating == 3 || rating == 2) {
            List<String> kind = pools.getOrDefault(voice + "|g", general);
            chosen.add(kind.get(random.nextInt(kind.size())));
        }
        return List.copyOf(chosen);
    }

    private static Map<String, List<String>> pools() {
        Map<String, List<String>> pools = new HashMap<>();
        for (List<String> f : Lines.of("reviews.txt")) {
            pools.put(f.get(0) + "|" + f.get(1), Lines.cut(f.get(2), ";"));
        }
        return pools;
    }

    static List<String> names(String which) {
        return Lines.of("names.txt").stream()
                .filter(f -> f.getFirst().equals(which))
                .flatMap(f -> Lines.cut(f.get(1), ",").stream())
                .toList();
    }
}
