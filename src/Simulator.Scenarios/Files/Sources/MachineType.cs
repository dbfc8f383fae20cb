using System.Globalization;
using Simulator.Api;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>A size of machine that a cloud provider sells.</summary>
/// <param name="Provider">GCE or AWS.</param>
/// <param name="Cpu">Virtual CPUs as the node's capacity shows them.</param>
/// <param name="Memory">Published memory.</param>
public sealed record MachineType(string Provider, string Name, Quantity Cpu, Quantity Memory)
{
    /// <summary>CPU and memory; pods are the kubelet's to say.</summary>
    public ResourceList Capacity => ResourceList.Of((ResourceNames.Cpu, Cpu), (ResourceNames.Memory, Memory));

    /// <summary>Memory in GiB, as providers publish it.</summary>
    public string GiB => ((double)Memory.Value / (1L << 30)).ToString("0.##", CultureInfo.InvariantCulture);
}
