namespace Simulator.Reports;

/// <summary>Leaves out the points of a step function that change nothing; the first and the last stay.</summary>
internal static class StepPoints
{
    public static (double[] Xs, double[] Ys) Thin(double[] xs, double[] ys)
    {
        var kept = Enumerable.Range(0, xs.Length).Where(i => i == 0 || i == xs.Length - 1 || ys[i] != ys[i - 1]).ToArray();
        return ([.. kept.Select(i => xs[i])], [.. kept.Select(i => ys[i])]);
    }

    /// <summary>The corners of a step function, as points of a polygon.</summary>
    public static double[] CornerXs(double[] xs) => [.. xs.SelectMany((x, i) => i == 0 ? new[] { x } : [x, x])];

    /// <summary>The values that belong to <see cref="CornerXs"/>.</summary>
    public static double[] CornerYs(double[] ys) => [.. ys.SelectMany((y, i) => i == 0 ? new[] { y } : [ys[i - 1], y])];
}
