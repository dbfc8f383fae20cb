using Simulator.ControlPlane.Controllers.Routines;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.AttachDetach;

/// <summary>
/// What node objects are to say in status.volumesAttached, and which of them do not say it yet (nodeStatusUpdater of 1.3.10).
/// </summary>
internal sealed class AttachedReports
{
    private readonly Dictionary<string, SortedSet<string>> _byNode = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unsaid = new(StringComparer.Ordinal);

    public bool HasUnsaid => _unsaid.Count > 0;

    /// <summary>It stands in the node's object already.</summary>
    public void Adopt(VolumeOnNode attached) => Of(attached.Node).Add(attached.Volume);

    public void Add(VolumeOnNode attached)
    {
        if (Of(attached.Node).Add(attached.Volume)) _unsaid.Add(attached.Node);
    }

    public void Remove(VolumeOnNode attached)
    {
        if (Of(attached.Node).Remove(attached.Volume)) _unsaid.Add(attached.Node);
    }

    /// <summary>
    /// Writes every node's list that is not said yet; <see cref="HasUnsaid"/> afterwards if one could not be written. A node without an
    /// object needs none.
    /// </summary>
    public IEnumerable<Wait> Write()
    {
        foreach (var node in _unsaid.ToList())
        {
            _unsaid.Remove(node);
            var patch = new Call(new PatchVolumesAttachedRequest(node, [.. Of(node)]));
            yield return patch;
            if (!patch.Response.IsOk && patch.Response.Result != ApiResult.NotFound) _unsaid.Add(node);
        }
    }

    private SortedSet<string> Of(string node)
    {
        if (!_byNode.TryGetValue(node, out var volumes)) _byNode.Add(node, volumes = new SortedSet<string>(StringComparer.Ordinal));
        return volumes;
    }
}
