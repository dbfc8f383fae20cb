namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>How many fitting nodes a pass looks for (numFeasibleNodesToFind of 1.20).</summary>
public static class SampleSize
{
    /// <summary>Below so many nodes all are looked at, and never fewer are looked for.</summary>
    private const int Least = 100;

    private const int LeastPercent = 5;

    /// <param name="percentage">percentageOfNodesToScore; 0 = the larger the cluster, the smaller the part.</param>
    public static int Of(int nodes, int percentage)
    {
        if (nodes < Least || percentage >= 100) return nodes;
        if (percentage <= 0) percentage = Math.Max(LeastPercent, 50 - (nodes / 125));
        return Math.Max(Least, (int)((long)nodes * percentage / 100));
    }
}
