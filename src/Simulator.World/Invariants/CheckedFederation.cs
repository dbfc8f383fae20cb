using Simulator.World.Views;

namespace Simulator.World.Invariants;

/// <summary>What the rules of a federation may look at, and where they report.</summary>
/// <param name="clusters">All clusters of the run.</param>
public sealed class CheckedFederation(IFederationView federation, IReadOnlyList<IClusterView> clusters)
{
    private const int KeptMax = 100;

    private readonly List<BrokenInvariant> _broken = [];

    public IFederationView Federation => federation;

    public IReadOnlyList<IClusterView> Clusters => clusters;

    /// <summary>Since the start of the run.</summary>
    public TimeSpan Now { get; internal set; }

    public IReadOnlyList<BrokenInvariant> Broken => _broken;

    public long BrokenCount { get; private set; }

    public void Break(string invariant, string sentence)
    {
        BrokenCount++;
        if (_broken.Count < KeptMax) _broken.Add(new BrokenInvariant(Now, Specification.FederationSpec.Site, invariant, sentence));
    }
}
