using Simulator.Api;
using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>The cluster autoscaler: what it remembers of unneeded nodes lives as long as the process.</summary>
/// <param name="cluster">Value of the cluster's name in observations.</param>
/// <param name="started">Told of each new one.</param>
internal sealed class AutoscalerWork(
    Hosted hosted, ClusterAutoscalerOptions options, string cluster, Action<ClusterAutoscaler> started) : IWork
{
    private readonly List<AutoscalerNote> _notes = [];

    public void Begin(List<LoopHost> into) => Host(into).StartKnowing();

    public void Start(List<LoopHost> into) => Host(into).Start();

    private LoopHost Host(List<LoopHost> into)
    {
        var autoscaler = new ClusterAutoscaler(
            options, hosted.Cloud!.Groups.Table, Instant.FromStart(hosted.Simulation.Now), hosted.MapOrderOf("cluster-autoscaler"));
        started(autoscaler);
        var host = new LoopHost(hosted, autoscaler, options.KubeApiQps, options.KubeApiBurst) { AfterTurn = () => TakeNotes(autoscaler) };
        into.Add(host);
        return host;
    }

    private void TakeNotes(ClusterAutoscaler autoscaler)
    {
        autoscaler.TakeNotes(_notes);
        foreach (var note in _notes) hosted.Log.Write(KindOf(note.Kind), SubjectOf(note), note.Text, note.Value, note.Extra);
        _notes.Clear();
    }

    private string SubjectOf(AutoscalerNote note) => note.Kind == AutoscalerNoteKind.Rests ? cluster : note.Subject;

    private static ObservationKind KindOf(AutoscalerNoteKind kind) => kind switch
    {
        AutoscalerNoteKind.Grew => ObservationKind.GroupGrown,
        AutoscalerNoteKind.Removed => ObservationKind.GroupShrunk,
        _ => ObservationKind.AutoscalerRests,
    };
}
