namespace Simulator.Reports.Measures;

/// <summary>
/// Three views of one thing: what the API calls ready, what serves in truth, and what is both, which is what users reach.
/// </summary>
public readonly record struct ReplicaCounts(int Ready, int Serving, int Usable)
{
    public static ReplicaCounts operator +(ReplicaCounts left, ReplicaCounts right) =>
        new(left.Ready + right.Ready, left.Serving + right.Serving, left.Usable + right.Usable);

    public static ReplicaCounts operator -(ReplicaCounts left, ReplicaCounts right) =>
        new(left.Ready - right.Ready, left.Serving - right.Serving, left.Usable - right.Usable);
}
