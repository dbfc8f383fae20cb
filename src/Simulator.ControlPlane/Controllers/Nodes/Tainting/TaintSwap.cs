using Simulator.Api;
using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>
/// Puts taints on a node and takes others off: a read and a patch for each of the two (SwapNodeControllerTaint in
/// pkg/controller/util/node of 1.20).
/// </summary>
/// <remarks>The result is read after the waits are over.</remarks>
internal sealed class TaintSwap(string node, IReadOnlyList<Taint> added, IReadOnlyList<Taint> removed)
{
    public bool IsOk { get; private set; } = true;

    /// <summary>What the reader of the node does not show on it needs no call to be taken off (RemoveTaintOffNode).</summary>
    public static TaintSwap Of(Node known, IReadOnlyList<Taint> added, IReadOnlyList<Taint> removed)
    {
        var taints = TaintKeys.On(known);
        foreach (var taint in removed)
        {
            if (TaintKeys.Has(taints, taint)) return new TaintSwap(known.Name, added, removed);
        }

        return new TaintSwap(known.Name, added, []);
    }

    public IEnumerable<Wait> Run()
    {
        if (added.Count > 0)
        {
            foreach (var wait in Patch(taints => [.. taints, .. added.Where(taint => !TaintKeys.Has(taints, taint))])) yield return wait;
        }

        if (!IsOk || removed.Count == 0) yield break;
        foreach (var wait in Patch(taints => [.. taints.Where(taint => !TaintKeys.Has(removed, taint))])) yield return wait;
    }

    private IEnumerable<Wait> Patch(Func<IReadOnlyList<Taint>, IReadOnlyList<Taint>> change)
    {
        var read = new Call(new GetRequest("Node", new ObjectKey("", node)));
        yield return read;
        IsOk = read.Response.IsOk;
        if (!IsOk) yield break;
        var patch = new Call(new PatchTaintsRequest(node, change(TaintKeys.On((Node)read.Response.Object!))));
        yield return patch;
        IsOk = patch.Response.IsOk;
    }
}
