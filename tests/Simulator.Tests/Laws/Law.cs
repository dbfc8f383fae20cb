using Xunit;

namespace Simulator.Tests.Laws;

/// <summary>Holds independent replications against a theory.</summary>
internal static class Law
{
    public const int Replications = 20;

    // Student's t for 19 degrees of freedom, two-sided 99.9 %: a right simulator fails for one seed in a thousand.
    private const double T = 3.883;

    /// <param name="precision">The widest half interval that still proves something, as a share of the theory.</param>
    public static void Holds(double theory, double precision, Func<ulong, double> replicate)
    {
        var values = Enumerable.Range(1, Replications).Select(seed => replicate((ulong)seed)).ToArray();
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (Replications - 1));
        var half = T * deviation / Math.Sqrt(Replications);
        Assert.True(half <= precision * theory, $"too wide to prove anything: {mean} ± {half}");
        Assert.InRange(theory, mean - half, mean + half);
    }
}
