using Simulator.Engine;
using Simulator.World.Nodes.Machines;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Images;

/// <summary>What the image caches of a cluster share.</summary>
internal sealed record ImageSetting(
    Simulation Simulation, KubeletOptions Options, ImageRegistry Registry, ObservationLog Log, StatusChanges Changes);
