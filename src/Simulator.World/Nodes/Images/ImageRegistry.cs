namespace Simulator.World.Nodes.Images;

/// <summary>The registry that all nodes of a cluster pull from. Troubles overlap: it is up when all of them are over.</summary>
public sealed class ImageRegistry
{
    private readonly List<double> _slowdowns = [];
    private int _outages;

    public bool IsUp => _outages == 0;

    /// <summary>How many times longer a pull takes than usual: the worst of the slowdowns under way; at least 1.</summary>
    public double Slowness { get; private set; } = 1;

    public void GoDown() => _outages++;

    public void ComeUp() => _outages--;

    public void SlowDown(double factor)
    {
        _slowdowns.Add(factor);
        Slowness = Math.Max(1, _slowdowns.Max());
    }

    /// <summary>Ends one slowdown by this factor.</summary>
    public void Recover(double factor)
    {
        _slowdowns.Remove(factor);
        Slowness = _slowdowns.Count == 0 ? 1 : Math.Max(1, _slowdowns.Max());
    }
}
