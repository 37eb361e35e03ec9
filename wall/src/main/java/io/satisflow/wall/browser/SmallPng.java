package io.satisflow.wall.browser;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A page has few colours, and many shades of its letters' edges: with the 256 most frequent of them its picture is a third as big. */
final class SmallPng {
    private static final int COLOURS = 256;

    private SmallPng() {}

    /** The same picture as PNG with a palette. */
    static byte[] of(byte[] png) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(withPalette(pixels, image.getWidth(), image.getHeight()), "png", out);
            return out.size() < png.length ? out.toByteArray() : png;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage withPalette(int[] pixels, int width, int height) {
        int[] palette = mostFrequent(pixels);
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        WritableRaster raster = small.getRaster();
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i], colour -> nearest(palette, colour));
            raster.setSample(i % width, i / width, 0, index);
        }
        return small;
    }

    private static int[] mostFrequent(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        List<Map.Entry<Integer, Integer>> colours = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .toList();
        return colours.stream().mapToInt(Map.Entry::getKey).toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int[] distances = Arrays.stream(palette)
                .map(other ->
                        square(other >> 16, colour >> 16) + square(other >> 8, colour >> 8) + square(other, colour))
                .toArray();
        int best = 0;
        for (int i = 1; i < distances.length; i++) {
            best = distances[i] < distances[best] ? i : best;
        }
        return best;
    }

    private static int square(int one, int other) {
        int difference = (one & 0xFF) - (other & 0xFF);
        return difference * difference;
    }
}
