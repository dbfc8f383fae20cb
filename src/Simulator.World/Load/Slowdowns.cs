namespace Simulator.World.Load;

/// <summary>Several troubles that slow down one thing.</summary>
internal static class Slowdowns
{
    /// <summary>Slower than any run is long; a hundred troubles at once would be infinitely slow.</summary>
    private const double Most = 1e15;

    /// <summary>How many times as long everything takes.</summary>
    public static double Together(IReadOnlyList<double> factors)
    {
        var product = 1.0;
        foreach (var factor in factors) product = Math.Min(product * factor, Most);
        return product;
    }
}
