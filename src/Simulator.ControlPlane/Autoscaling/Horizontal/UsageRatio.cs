namespace Simulator.ControlPlane.Autoscaling.Horizontal;

/// <summary>From a ratio of measured to wanted use to a number of replicas.</summary>
internal static class UsageRatio
{
    /// <summary>A ratio that differs from 1 by no more changes nothing; in floating point 1.1 differs by more and 0.9 does not.</summary>
    private const double Tolerance = 0.1;

    public static int Replicas(double ratio, int current) =>
        Math.Abs(1.0 - ratio) > Tolerance ? ToInt32(Math.Ceiling(ratio * current)) : current;

    /// <summary>As Go converts on amd64: through 64 bits, of which the lower half stays; what does not fit there becomes 0.</summary>
    private static int ToInt32(double value) =>
        value is > long.MinValue and < long.MaxValue ? unchecked((int)(long)value) : 0;
}
