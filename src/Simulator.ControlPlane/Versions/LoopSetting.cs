using Simulator.Api;
using Simulator.ControlPlane.Controllers.Nodes;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Versions;

/// <summary>What a controller is made from when its process starts.</summary>
public sealed record LoopSetting(ControllerManagerOptions Flags, Instant Start)
{
    /// <summary>The order of a controller's maps, by its name: what its real counterpart leaves to chance.</summary>
    public required Func<string, IMapOrder> OrderOf { get; init; }

    /// <summary>Numbers from 0 to 1 under a name, for what is drawn otherwise.</summary>
    public required Func<string, Func<double>> ChanceOf { get; init; }

    /// <summary>The moment at which the controller is made: later than the start for one that is hosted with the first object of its
    /// kind.</summary>
    public required Func<Instant> Now { get; init; }

    /// <summary>How long after the start the first tick of a period comes.</summary>
    public Func<TimeSpan, TimeSpan> FirstTick { get; init; } = static period => period;

    /// <summary>The cloud's list of machines; null = no cloud provider.</summary>
    public ICloudInstances? Cloud { get; init; }

    /// <summary>Objects of a kind that the process has known for long.</summary>
    public Func<string, IReadOnlyList<ApiObject>> Known { get; init; } = static _ => [];
}

/// <summary>Makes a controller; null where a flag leaves it out.</summary>
public delegate IControlLoop? LoopMaker(LoopSetting setting);

/// <summary>A controller that does nothing before an object of any of these kinds exists: until then a host may leave it out.</summary>
public sealed record LoopOfKinds(Func<LoopSetting, IControlLoop> Make, params IReadOnlyList<string> Kinds);
