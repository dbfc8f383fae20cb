using Simulator.Reports.Plots.Drawings;
using Xunit;

namespace Simulator.Tests.Reports.Pictures;

/// <summary>What holds for every picture: all words are there whole, and nothing lies on them.</summary>
internal static class DrawingLaws
{
    /// <summary>Of its size: the height of the letters of a line from its middle, up and down.</summary>
    private const double HalfHeight = 0.4;

    public static void Hold(Drawing drawing)
    {
        var words = drawing.Shapes.OfType<Words>().ToList();
        Assert.NotEmpty(words);
        foreach (var word in words)
        {
            AssertIsWhole(drawing, word);
            foreach (var other in words.Where(other => !ReferenceEquals(other, word)))
            {
                Assert.False(Touches(word, other), $"'{word.Text}' lies on '{other.Text}'");
            }
            foreach (var line in drawing.Shapes.OfType<Stroke>()) Assert.False(IsCrossed(word, line), $"a line goes through '{word.Text}'");
            foreach (var box in drawing.Shapes.OfType<Box>().Where(box => box.Opacity == 1))
            {
                Assert.False(IsUnder(word, box), $"a bar lies on '{word.Text}'");
            }
        }
    }

    private static void AssertIsWhole(Drawing drawing, Words word)
    {
        Assert.True(word.Left >= 0, $"'{word.Text}' is cut at the left");
        Assert.True(word.Left + word.Width <= drawing.Width, $"'{word.Text}' is cut at the right");
        Assert.InRange(word.Y, word.Size * HalfHeight, drawing.Height - (word.Size * HalfHeight));
    }

    private static bool Touches(Words one, Words other) =>
        one.Left < other.Left + other.Width
            && other.Left < one.Left + one.Width
            && Math.Abs(one.Y - other.Y) < HalfHeight * (one.Size + other.Size);

    private static bool IsUnder(Words word, Box box) =>
        word.Left < box.X + box.Width
            && box.X < word.Left + word.Width
            && word.Y - (word.Size * HalfHeight) < box.Y + box.Height
            && box.Y < word.Y + (word.Size * HalfHeight);

    /// <summary>All lines of our pictures go up, down or across, or from corner to corner of steps.</summary>
    private static bool IsCrossed(Words word, Stroke line) =>
        line.Points.Zip(line.Points.Skip(1)).Any(piece => IsUnder(word, Around(piece.First, piece.Second, line.Width)));

    private static Box Around(Spot from, Spot to, double width)
    {
        var half = width / 2;
        return new Box(
            Math.Min(from.X, to.X) - half, Math.Min(from.Y, to.Y) - half, Math.Abs(from.X - to.X) + width, Math.Abs(from.Y - to.Y) + width,
            new Tone("ink", "#000000", "#ffffff"));
    }
}
