using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Cache;

namespace Simulator.ControlPlane.Scheduling.Fast;

/// <summary>The affinity terms of existing pods that bear upon the pods of a template.</summary>
internal sealed class ForeignTerms(Pod exemplar, AffinityTerms terms)
{
    private readonly List<TermClass> _bearing = [];
    private (int Epoch, long Changes) _version = (-1, 0);
    private long _seen = -1;

    /// <summary>A pod somewhere has an affinity that cannot be read.</summary>
    public bool AnyUnreadable => terms.BrokenPods > 0;

    public List<TermClass> UpToDate()
    {
        if (_seen == terms.Index.Version) return _bearing;
        _seen = terms.Index.Version;
        var version = terms.Index.VersionFor(exemplar.Namespace, exemplar.Metadata.Labels);
        if (version == _version) return _bearing;
        _version = version;
        _bearing.Clear();
        terms.Index.Collect(exemplar.Namespace, exemplar.Metadata.Labels, _bearing);
        _bearing.RemoveAll(term => !term.Bears(exemplar.Metadata.Labels));
        return _bearing;
    }
}
