namespace Simulator.Reports;

/// <param name="X">Pixels from the left of the picture.</param>
/// <param name="Y">Pixels from its top to the middle of the line.</param>
public sealed record PlacedKey(KeyEntry Entry, double X, double Y);

/// <summary>Puts what the colours mean into rows that fit a width.</summary>
public sealed class KeyLayout
{
    public const double SwatchWidth = 14;

    /// <summary>From the left of a swatch to its words.</summary>
    public const double TextInset = 20;
    private const double RowHeight = 22;
    private const double Gap = 18;
    private readonly List<PlacedKey> _entries = [];

    public KeyLayout(IReadOnlyList<KeyEntry> key, double width)
    {
        var (x, row) = (0.0, 0);
        foreach (var entry in key)
        {
            var length = TextInset + (entry.Text.Length * LaneLayout.LetterWidth);
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
