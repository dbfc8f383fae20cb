using Simulator.Engine;

namespace Simulator.Studies.Risk;

/// <summary>
/// Which two classes overlap. A pair of classes is drawn as often as their troubles are under way together: rate x window of both.
/// </summary>
internal sealed class PairCells
{
    private readonly List<(ClassSamples First, ClassSamples Second, double Load)> _cells = [];
    private readonly double _sum;

    public PairCells(RiskVariant variant, RiskSamples samples)
    {
        List<(ClassSamples Known, double Load)> loads = [.. samples.Classes
            .Select(known => (known, (variant.Find(known.Key)?.PerYear ?? 0) * known.MeanWindow))
            .Where(entry => entry.Item2 > 0)];
        foreach (var first in loads)
        {
            foreach (var second in loads) _cells.Add((first.Known, second.Known, first.Load * second.Load));
        }

        _sum = _cells.Sum(cell => cell.Load);
    }

    public bool IsEmpty => _cells.Count == 0;

    /// <summary>Two classes, and for what one such draw stands: mean window of the first over the probability of the draw.</summary>
    public (ClassSamples First, string Second, double Weight) Draw(RandomStream stream)
    {
        var left = stream.NextDouble() * _sum;
        var index = 0;
        while (index < _cells.Count - 1 && (left -= _cells[index].Load) >= 0) index++;
        var (first, second, load) = _cells[index];
        return (first, second.Key, first.MeanWindow / (load / _sum));
    }

    /// <summary>A trouble of the class: one that takes longer is met more often.</summary>
    public static SingleSample DrawSample(ClassSamples all, RandomStream stream)
    {
        var left = stream.NextDouble() * all.Singles.Sum(sample => sample.Window);
        var index = 0;
        while (index < all.Singles.Count - 1 && (left -= all.Singles[index].Window) >= 0) index++;
        return all.Singles[index];
    }
}
