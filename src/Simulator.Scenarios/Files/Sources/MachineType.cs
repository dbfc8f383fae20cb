using System.Globalization;
using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>A size of machine that a cloud provider sells.</summary>
/// <param name="Provider">GCE, AWS or Azure; of an imported one the name of its file.</param>
/// <param name="Cpu">Virtual CPUs as the node's capacity shows them.</param>
/// <param name="Memory">Published memory.</param>
/// <param name="Price">Null if nobody says.</param>
public sealed record MachineType(string Provider, string Name, Quantity Cpu, Quantity Memory, MachinePrice? Price = null)
{
    /// <summary>Pods, where the provider limits them; 0: the kubelet's to say.</summary>
    public int Pods { get; init; }

    /// <summary>Null if nobody says.</summary>
    public MachinePower? Power { get; init; }

    /// <summary>Of its provider; null if nobody says.</summary>
    public DiskPrice? DiskPrice { get; init; }

    /// <summary>CPU and memory, and pods where they are limited.</summary>
    public ResourceList Capacity
    {
        get
        {
            List<KeyValuePair<string, Quantity>> amounts =
                [KeyValuePair.Create(ResourceNames.Cpu, Cpu), KeyValuePair.Create(ResourceNames.Memory, Memory)];
            if (Pods > 0) amounts.Add(KeyValuePair.Create(ResourceNames.Pods, Quantity.FromUnits(Pods)));
            return ResourceList.Of(amounts);
        }
    }

    /// <summary>Memory in GiB, as providers publish it.</summary>
    public string GiB => ((double)Memory.Value / (1L << 30)).ToString("0.##", CultureInfo.InvariantCulture);
}
