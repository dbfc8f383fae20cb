namespace Simulator.Engine;

/// <summary>Durations whose logarithm is normal: a typical value and a long tail, as start-up times and latencies have.</summary>
/// <param name="Median">Half of the samples are shorter.</param>
/// <param name="Sigma">Standard deviation of the natural logarithm; 0 = constant.</param>
/// <exception cref="ArgumentOutOfRangeException">A parameter is negative.</exception>
public sealed record LogNormal(TimeSpan Median, double Sigma) : IDistribution
{
    public TimeSpan Median { get; } = Microseconds.NotNegative(Median, nameof(Median));

    public double Sigma { get; } = Microseconds.NotNegative(Sigma, nameof(Sigma));

    public TimeSpan Mean => Microseconds.Round(Median.TotalSeconds * Math.Exp(Sigma * Sigma / 2));

    /// <param name="mu">Mean of the natural logarithm of the seconds.</param>
    /// <param name="sigma">Standard deviation of the natural logarithm.</param>
    public static LogNormal OfLogarithm(double mu, double sigma) => new(TimeSpan.FromSeconds(Math.Exp(mu)), sigma);

    public TimeSpan Sample(RandomStream stream) =>
        Microseconds.Round(MathNet.Numerics.Distributions.LogNormal.Sample(stream.ForMathNet, 0, Sigma) * Median.TotalSeconds);
}
