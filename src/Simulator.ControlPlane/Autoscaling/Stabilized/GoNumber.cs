namespace Simulator.ControlPlane.Autoscaling.Stabilized;

/// <summary>Doubles to whole numbers as amd64 does it in Go: what does not fit, and what is no number, becomes the smallest.</summary>
internal static class GoNumber
{
    public static int Int32(double value) => value is > int.MinValue - 1.0 and < int.MaxValue + 1.0 ? (int)value : int.MinValue;

    public static long Int64(double value) => value is >= long.MinValue and < 9223372036854775808.0 ? (long)value : long.MinValue;
}
