using System.Globalization;
using Simulator.Api;
using Simulator.Plugins;

namespace Fgd;

/// <summary>What a pod, or a task of the target workload, asks for.</summary>
/// <param name="Cpu">Thousandths of a core.</param>
/// <param name="Memory">Bytes.</param>
/// <param name="Gpus">How many; 0: none.</param>
/// <param name="Milli">Of each of them, thousandths: 1000 is all of it.</param>
/// <param name="Models">Cards that will do, with '|' between them; "" = any.</param>
public sealed record GpuRequest(long Cpu, long Memory, int Gpus, long Milli, string Models)
{
    /// <summary>All of a GPU.</summary>
    public const long Whole = 1000;

    private const string Count = "alibabacloud.com/gpu-count";
    private const string Share = "alibabacloud.com/gpu-milli";

    /// <summary>Label of nodes, annotation of pods.</summary>
    public const string CardModel = "alibabacloud.com/gpu-card-model";

    /// <summary>A part of one GPU.</summary>
    public bool IsShare => Gpus == 1 && Milli < Whole;

    public static GpuRequest Of(Pod pod)
    {
        var (count, milli) = ((int)Asked(pod, Count), Asked(pod, Share));
        if (count == 0 && milli > 0) count = (int)((milli + Whole - 1) / Whole);

        // Some say the thousandths of each GPU, others those of all together.
        var each = count == 0 ? 0 : milli == 0 ? Whole : milli > Whole ? milli / count : milli;
        return new GpuRequest(
            Requests.Of(pod, ResourceNames.Cpu), Requests.Of(pod, ResourceNames.Memory), count, each,
            pod.Metadata.Annotations.ValueOrEmpty(CardModel));
    }

    /// <summary>In requests, which a scheduler that knows such resources counts, too; or in annotations, which none does.</summary>
    private static long Asked(Pod pod, string resource) =>
        Requests.Of(pod, resource) is > 0 and var requested ? requested
        : long.TryParse(pod.Metadata.Annotations.ValueOrEmpty(resource), CultureInfo.InvariantCulture, out var noted) ? Math.Max(0, noted)
        : 0;

    public static int CardsOf(INodeView node) => (int)node.Allocatable(Count);

    public bool Accepts(string model) => Models.Length == 0 || Models.Split('|').Contains(model, StringComparer.Ordinal);
}
