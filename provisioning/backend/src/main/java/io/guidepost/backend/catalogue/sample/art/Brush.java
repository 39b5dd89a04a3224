package io.guidepost.backend.catalogue.sample.art;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/**
 * Draws on a square of 800 units: shapes with the light of one soft lamp at the upper left. Used by
 * one thread.
 */
final class Brush {
    private final Graphics2D g;
    private final int look;

    /**
     * @param look small number that varies details such as emblems
     */
    Brush(Graphics2D g, int look) {
        this.g = g;
        this.look = look;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    }

    int look() {
        return look;
    }

    // --- shapes

    static Shape oval(double cx, double cy, double rx, double ry) {
        return new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry);
    }

    static Shape round(double x, double y, double w, double h, double r) {
        return new RoundRectangle2D.Double(x, y, w, h, 2 * r, 2 * r);
    }

    static Shape poly(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** A closed curve through the points. */
    static Shape blob(double... xy) {
        return spline(true, xy);
    }

    /** An open curve through the points. */
    static Shape curve(double... xy) {
        return spline(false, xy);
    }

    /** A body turned around the vertical axis: pairs of half width and y, from top to bottom. */
    static Shape lathe(double cx, double... widthAndY) {
        int n = widthAndY.length / 2;
        double[] right = new double[2 * n];
        double[] left = new double[2 * n];
        for (int i = 0; i < n; i++) {
            right[2 * i] = cx + widthAndY[2 * i];
            right[2 * i + 1] = widthAndY[2 * i + 1];
            left[2 * (n - 1 - i)] = cx - widthAndY[2 * i];
            left[2 * (n - 1 - i) + 1] = widthAndY[2 * i + 1];
        }
        Path2D path = new Path2D.Double(curve(right));
        path.append(curve(left), true);
        path.closePath();
        return path;
    }

    static Shape turned(Shape shape, double degrees, double cx, double cy) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), cx, cy)
                .createTransformedShape(shape);
    }

    static Shape moved(Shape shape, double dx, double dy) {
        return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
    }

    private static Path2D spline(boolean closed, double... xy) {
        int n = xy.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        int segments = closed ? n : n - 1;
        for (int i = 0; i < segments; i++) {
            int before = closed ? (i + n - 1) % n : Math.max(0, i - 1);
            int to = (i + 1) % n;
            int after = closed ? (i + 2) % n : Math.min(n - 1, i + 2);
            path.curveTo(
                    xy[2 * i] + (xy[2 * to] - xy[2 * before]) / 6,
                    xy[2 * i + 1] + (xy[2 * to + 1] - xy[2 * before + 1]) / 6,
                    xy[2 * to] - (xy[2 * after] - xy[2 * i]) / 6,
                    xy[2 * to + 1] - (xy[2 * after + 1] - xy[2 * i + 1]) / 6,
                    xy[2 * to],
                    xy[2 * to + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    // --- paint

    void fill(Shape shape, Paint paint) {
        g.setPaint(paint);
        g.fill(shape);
    }

    void stroke(Shape shape, Color color, double width) {
        g.setPaint(color);
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    void line(Color color, double width, double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        stroke(path, color, width);
    }

    /** Fills from top to bottom. */
    void down(Shape shape, Color top, Color bottom) {
        Rectangle2D r = shape.getBounds2D();
        fill(shape, gradient(r.getX(), r.getY(), r.getX(), r.getMaxY(), top, bottom));
    }

    /** Fills from upper left to lower right, as a matt surface in the lamp's light. */
    void matt(Shape shape, Color color) {
        Rectangle2D r = shape.getBounds2D();
        fill(
                shape,
                gradient(
                        r.getX(),
                        r.getY(),
                        r.getMaxX(),
                        r.getMaxY(),
                        Hue.light(color, 0.22),
                        Hue.dark(color, 0.16)));
    }

    /** Fills as the side of a cylinder. */
    void cylinder(Shape shape, Color color) {
        Rectangle2D r = shape.getBounds2D();
        fill(
                shape,
                new LinearGradientPaint(
                        new Point2D.Double(r.getX(), 0),
                        new Point2D.Double(r.getMaxX(), 0),
                        new float[] {0f, 0.1f, 0.28f, 0.6f, 0.9f, 1f},
                        new Color[] {
                            Hue.dark(color, 0.28),
                            Hue.dark(color, 0.06),
                            Hue.light(color, 0.30),
                            color,
                            Hue.dark(color, 0.30),
                            Hue.dark(color, 0.22)
                        }));
    }

    void sphere(double cx, double cy, double r, Color color) {
        egg(cx, cy, r, r, color);
    }

    void egg(double cx, double cy, double rx, double ry, Color color) {
        AffineTransform kept = g.getTransform();
        g.translate(cx, cy);
        g.scale(rx / 100, ry / 100);
        fill(
                oval(0, 0, 100, 100),
                new RadialGradientPaint(
                        new Point2D.Double(-20, -25),
                        140,
                        new Point2D.Double(-36, -44),
                        new float[] {0f, 0.35f, 0.8f, 1f},
                        new Color[] {
                            Hue.light(color, 0.55),
                            Hue.light(color, 0.08),
                            Hue.dark(color, 0.25),
                            Hue.dark(color, 0.42)
                        },
                        RadialGradientPaint.CycleMethod.NO_CYCLE));
        g.setTransform(kept);
    }

    /** A soft round patch of light or shade. */
    void glow(double cx, double cy, double rx, double ry, Color color) {
        AffineTransform kept = g.getTransform();
        g.translate(cx, cy);
        g.scale(rx / 100, ry / 100);
        fill(
                oval(0, 0, 100, 100),
                new RadialGradientPaint(
                        new Point2D.Double(0, 0),
                        100,
                        new float[] {0f, 0.45f, 1f},
                        new Color[] {
                            color,
                            Hue.clear(color, color.getAlpha() / 255.0 * 0.5),
                            Hue.clear(color, 0)
                        }));
        g.setTransform(kept);
    }

    /** The shadow of a thing that stands at y; longer to the right, away from the lamp. */
    void shadow(double cx, double y, double halfWidth) {
        Color shade = new Color(0x2a1d33);
        glow(cx + halfWidth * 0.30, y, halfWidth * 1.65, halfWidth * 0.30, Hue.clear(shade, 0.22));
        glow(cx + 6, y, halfWidth * 1.08, Math.max(14, halfWidth * 0.13), Hue.clear(shade, 0.50));
    }

    /** A soft shadow of the shape itself, for things that lie flat. */
    void dropped(Shape shape, double dx, double dy, double softness) {
        int steps = 6;
        for (int i = steps; i >= 1; i--) {
            float width = (float) (softness * i / steps);
            g.setPaint(Hue.clear(new Color(0x2a1d33), 0.045));
            g.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            Shape moved = moved(shape, dx, dy);
            g.draw(moved);
            g.fill(moved);
        }
    }

    /** A streak of reflected light inside the shape. */
    void streak(Shape inside, double x, double width, double alpha) {
        Shape kept = g.getClip();
        g.clip(inside);
        Rectangle2D r = inside.getBounds2D();
        Color white = Hue.clear(Hue.WHITE, alpha);
        Color none = Hue.clear(Hue.WHITE, 0);
        fill(
                new Rectangle2D.Double(x, r.getY(), width, r.getHeight()),
                new LinearGradientPaint(
                        new Point2D.Double(x, 0),
                        new Point2D.Double(x + width, 0),
                        new float[] {0f, 0.4f, 0.6f, 1f},
                        new Color[] {none, white, white, none}));
        g.setClip(kept);
    }

    /** Draws only inside the shape. */
    void within(Shape shape, Runnable drawing) {
        Shape kept = g.getClip();
        g.clip(shape);
        drawing.run();
        g.setClip(kept);
    }

    /** Draws turned around a point. */
    void turn(double degrees, double cx, double cy, Runnable drawing) {
        AffineTransform kept = g.getTransform();
        g.rotate(Math.toRadians(degrees), cx, cy);
        drawing.run();
        g.setTransform(kept);
    }

    /** Draws moved and scaled around the picture's centre. */
    void place(double dx, double dy, double scale, Runnable drawing) {
        AffineTransform kept = g.getTransform();
        g.translate(400 + dx, 400 + dy);
        g.scale(scale, scale);
        g.translate(-400, -400);
        drawing.run();
        g.setTransform(kept);
    }

    static LinearGradientPaint gradient(
            double x1, double y1, double x2, double y2, Color a, Color b) {
        boolean point = x1 == x2 && y1 == y2;
        return new LinearGradientPaint(
                new Point2D.Double(x1, y1),
                new Point2D.Double(point ? x2 + 1 : x2, y2),
                new float[] {0f, 1f},
                new Color[] {a, b});
    }
}
