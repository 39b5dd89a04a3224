package io.guidepost.backend.catalogue.sample.art;

import java.awt.Color;
import java.util.Locale;

/** What a picture shows. A name in the assortment, in lower case, is a motif here. */
public enum Motif {
    OIL(Pantry::oilBottle),
    WINE(Pantry::wineBottle),
    JUICE(Pantry::juiceBottle),
    MILK(Pantry::milkBottle),
    JAR(Pantry::jar),
    SPICES(Pantry::spiceJar),
    BAG(Pantry::bag),
    TIN(Pantry::tin),
    CAN(Pantry::can),
    CARTON(Pantry::carton),
    CHOCOLATE(Pantry::chocolate),
    CHEESE(Pantry::cheese),
    NUTS(Pantry::nuts),
    LOAF(Pantry::loaf),
    PASTRY(Pantry::pastry),
    FRUIT(Pantry::fruitBowl),
    PASTA(Pantry::pasta),
    LAMP(Home::tableLamp),
    PENDANT(Home::pendantLamp),
    CANDLE(Home::candle),
    MUG(Home::mug),
    PLATES(Home::plates),
    CUSHION(Home::cushion),
    TOWELS(Home::towels),
    VASE(Home::vase),
    PAN(Home::pan),
    CLOCK(Home::clock),
    KETTLE(Home::kettle),
    PLANT(Nature::plant),
    BOUQUET(Nature::bouquet),
    HEADPHONES(Tech::headphones),
    EARBUDS(Tech::earbuds),
    SPEAKER(Tech::speaker),
    PHONE(Tech::phone),
    LAPTOP(Tech::laptop),
    WATCH(Tech::watch),
    CAMERA(Tech::camera),
    POWERBANK(Tech::powerbank),
    KEYBOARD(Tech::keyboard),
    BULB(Tech::bulb),
    SHIRT(Wear::shirt),
    SWEATER(Wear::sweater),
    SNEAKER(Wear::sneaker),
    TOTE(Wear::tote),
    SCARF(Wear::scarf),
    CAP(Wear::cap),
    SUNGLASSES(Wear::sunglasses),
    UMBRELLA(Wear::umbrella),
    BACKPACK(Wear::backpack),
    CREAM(Care::creamJar),
    TUBE(Care::tube),
    PUMP(Care::pump),
    PERFUME(Care::perfume),
    SOAP(Care::soap),
    LIPSTICK(Care::lipstick),
    SPRAY(Care::spray),
    DUMBBELL(Leisure::dumbbell),
    KETTLEBELL(Leisure::kettlebell),
    MAT(Leisure::yogaMat),
    BALL(Leisure::ball),
    FLASK(Leisure::flask),
    HELMET(Leisure::helmet),
    TENT(Leisure::tent),
    BOOK(Leisure::book),
    NOTEBOOK(Leisure::notebook),
    BLOCKS(Leisure::blocks),
    TEDDY(Leisure::teddy),
    SCISSORS(Scene::scissors),
    HAIRDRYER(Scene::hairdryer),
    NAILS(Scene::nailPolish),
    STONES(Scene::stones),
    SPA(Scene::spaTowels),
    CINEMA(Scene::cinema),
    POPCORN(Scene::popcorn),
    DISH(Scene::dish),
    PIZZA(Scene::pizza),
    SOUP(Scene::soup),
    MOUNTAINS(Scene::mountains),
    BEACH(Scene::beach),
    CITY(Scene::city),
    CAR(Scene::car),
    VAN(Scene::van),
    TRAIN(Scene::train),
    BICYCLE(Scene::bicycle);

    private interface Drawing {
        void draw(Brush brush, Color color);
    }

    /** A function without state, which the checker cannot know. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Drawing drawing;

    Motif(Drawing drawing) {
        this.drawing = drawing;
    }

    /**
     * The motif of a name in the assortment.
     *
     * @throws IllegalArgumentException for an unknown name
     */
    public static Motif named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    void draw(Brush brush, Color color) {
        drawing.draw(brush, color);
    }
}
