using Simulator.World.Nodes.Machines;
using Simulator.World.Observations;
using Simulator.World.Specification;

namespace Simulator.World.Nodes.Pressure;

/// <summary>What the memories of a cluster's nodes share.</summary>
internal sealed record MemorySetting(KubeletOptions Options, ObservationLog Log, StatusChanges Changes);
