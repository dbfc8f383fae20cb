using Simulator.Api;
using Simulator.ControlPlane.Autoscaling;
using Simulator.World.Observations;

namespace Simulator.World.Hosting;

/// <summary>Tells what a process's horizontal autoscalers come to: passes that repeat what is known are not told.</summary>
internal sealed class AutoscalerNotes(ObservationLog log, IHorizontalAutoscalers controller)
{
    private readonly List<HorizontalNote> _notes = [];
    private readonly Dictionary<ObjectKey, Told> _told = [];

    public void Take()
    {
        controller.TakeNotes(_notes);
        foreach (var note in _notes) Tell(note);
        _notes.Clear();
    }

    private void Tell(HorizontalNote note)
    {
        var key = note.Scaler.Key;
        var told = _told.GetValueOrDefault(key, Told.Nothing);
        var now = new Told(note.CpuUtilization ?? told.Percent, note.CpuUtilization is null ? told.Wanted : note.Wanted, FaultOf(note));
        if (now == told && note.Kind != HorizontalNoteKind.Rescaled) return;
        Tell(note, told, now);
        _told[key] = now;
    }

    private void Tell(HorizontalNote note, Told told, Told now)
    {
        var name = note.Scaler.Key.ToString();
        if ((now.Percent, now.Wanted) != (told.Percent, told.Wanted))
        {
            log.Write(ObservationKind.AutoscalerMeasured, name, "", now.Percent, now.Wanted);
        }
        if (note.Kind == HorizontalNoteKind.Rescaled)
        {
            log.Write(ObservationKind.AutoscalerScaled, name, note.Reason, note.ScaledTo ?? note.Wanted, note.Current);
        }
        if (now.Fault != told.Fault) log.Write(ObservationKind.AutoscalerFailing, name, now.Fault);
    }

    private static string FaultOf(HorizontalNote note) => note.Kind switch
    {
        HorizontalNoteKind.Stays or HorizontalNoteKind.Rescaled => note.StatusFault,
        HorizontalNoteKind.Panicked => "runtime error: integer divide by zero",
        _ => note.Reason,
    };

    private readonly record struct Told(int Percent, int Wanted, string Fault)
    {
        public static readonly Told Nothing = new(-1, -1, "");
    }
}
