using Simulator.Reports.Plots.Drawings;

namespace Simulator.Reports.Plots.Charts;

/// <param name="X">Pixels from the left of the key.</param>
/// <param name="Y">Pixels from its top to the middle of the line.</param>
public sealed record PlacedKey(KeyEntry Entry, double X, double Y);

/// <summary>Puts what the colours mean into rows that fit a width.</summary>
public sealed class KeyLayout
{
    public const double SwatchWidth = 18;

    /// <summary>From the left of a swatch to its words.</summary>
    public const double TextInset = 24;

    public const double FontSize = 13;
    private const double RowHeight = 21;
    private const double Gap = 14;
    private readonly List<PlacedKey> _entries = [];

    public KeyLayout(IReadOnlyList<KeyEntry> key, double width)
    {
        var (x, row) = (0.0, 0);
        foreach (var whole in key)
        {
            var entry = whole with { Text = Letters.Cut(whole.Text, FontSize, width - TextInset) };
            var length = TextInset + Letters.Width(entry.Text, FontSize);
            if (x > 0 && x + length > width) (x, row) = (0, row + 1);
            _entries.Add(new PlacedKey(entry, x, (row + 0.5) * RowHeight));
            x += length + Gap;
        }

        Height = key.Count == 0 ? 0 : (row + 1) * RowHeight;
    }

    public IReadOnlyList<PlacedKey> Entries => _entries;

    /// <summary>0 where there is nothing to explain.</summary>
    public double Height { get; }
}
