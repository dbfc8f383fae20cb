using Simulator.Api;
using Simulator.ControlPlane;
using Simulator.ControlPlane.Admission;

namespace Simulator.World;

/// <summary>Notes what controllers were refused: once for each of their attempts' names and reasons, because 1.3 tries again many times a second. Users hear of their refusals themselves.</summary>
internal sealed class RefusalObserver
{
    private readonly Dictionary<(string Kind, string Home, string Prefix), string> _refused = [];
    private readonly ObservationLog _log;

    public RefusalObserver(ObservationLog log, ObjectStore store)
    {
        _log = log;
        store.Committed += OnCommitted;
    }

    public void OnRefused(AdmissionVerdict verdict)
    {
        var value = verdict.Object;
        if (value.Metadata.GenerateName.Length == 0 && value.Metadata.CreatedBy is null) return;
        var attempt = KeyOf(value);
        if (_refused.TryGetValue(attempt, out var reason) && reason == verdict.Reason) return;
        _refused[attempt] = verdict.Reason;
        _log.Write(ObservationKind.CreationForbidden, $"{value.Kind} {value.Namespace}/{attempt.Prefix}", verdict.Reason);
    }

    /// <summary>It has worked again: the next refusal is news.</summary>
    private void OnCommitted(WatchEvent commit)
    {
        if (_refused.Count > 0 && commit.Type == WatchEventType.Added) _refused.Remove(KeyOf(commit.Object));
    }

    private static (string Kind, string Home, string Prefix) KeyOf(ApiObject value) =>
        (value.Kind, value.Namespace, value.Metadata.GenerateName.Length > 0 ? value.Metadata.GenerateName : value.Name);
}
