using Simulator.Api;
using Simulator.ControlPlane.Admission;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.Observations;

namespace Simulator.World.ApiServer.Admission;

/// <summary>
/// Notes what controllers were refused: each reason at once, and again every minute while they go on trying, because 1.3 tries many times a
/// second. Users hear of their refusals themselves.
/// </summary>
internal sealed class RefusalObserver
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(string Kind, string Home, string Prefix), (string Reason, TimeSpan At)> _refused = [];
    private readonly Simulation _simulation;
    private readonly ObservationLog _log;

    public RefusalObserver(Simulation simulation, ObservationLog log, ObjectStore store)
    {
        (_simulation, _log) = (simulation, log);
        store.Committed += OnCommitted;
    }

    public void OnRefused(AdmissionVerdict verdict)
    {
        var value = verdict.Object;
        if (value.Metadata.GenerateName.Length == 0 && value.Metadata.CreatedBy is null) return;
        var attempt = KeyOf(value);
        if (_refused.TryGetValue(attempt, out var last) && last.Reason == verdict.Reason && _simulation.Now - last.At < Pause) return;
        _refused[attempt] = (verdict.Reason, _simulation.Now);
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
