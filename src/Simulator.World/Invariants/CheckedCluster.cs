using Simulator.World.ApiServer;
using Simulator.World.Nodes;
using Simulator.World.Specification;

namespace Simulator.World.Invariants;

/// <summary>What the rules of one cluster may look at (they only read), and where they report.</summary>
/// <param name="machine">Of a name, in truth.</param>
public sealed class CheckedCluster(ClusterSpec spec, IStoredObjects store, Func<string, IMachineView?> machine)
{
    /// <summary>One bug breaks a rule again and again: what is beyond is only counted.</summary>
    private const int KeptMax = 100;

    private readonly List<BrokenInvariant> _broken = [];
    private readonly List<string> _exceptions = [];

    public ClusterSpec Spec => spec;

    public IStoredObjects Store => store;

    public ControlPlaneTroubles Troubles { get; } = new();

    /// <summary>Since the start of the run.</summary>
    public TimeSpan Now { get; internal set; }

    public IReadOnlyList<BrokenInvariant> Broken => _broken;

    public long BrokenCount { get; private set; }

    /// <summary>What a rule allows only because something else made it so, each in a sentence.</summary>
    public IReadOnlyList<string> Exceptions => _exceptions;

    /// <summary>The machine of that name; null if there is none.</summary>
    public IMachineView? Machine(string name) => machine(name);

    public void Break(string invariant, string sentence)
    {
        BrokenCount++;
        if (_broken.Count < KeptMax) _broken.Add(new BrokenInvariant(Now, spec.Name, invariant, sentence));
    }

    public void Except(string sentence)
    {
        if (_exceptions.Count < KeptMax) _exceptions.Add($"{Now:c} {spec.Name}: {sentence}");
    }
}
