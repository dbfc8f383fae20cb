namespace Simulator.ControlPlane.Autoscaling.Cluster;

public enum AutoscalerNoteKind
{
    /// <summary>A group is to have more machines. Subject = group, Value = new size, Extra = size before.</summary>
    Grew,

    /// <summary>A machine is to go. Subject = node, Text = its group, Value = microseconds that it was unneeded.</summary>
    Removed,

    /// <summary>
    /// Rounds end for another reason than those before: Subject = "", Text = why in words, "" = nothing to do.
    /// </summary>
    Rests,
}

/// <summary>Something that the autoscaler decided.</summary>
public readonly record struct AutoscalerNote(AutoscalerNoteKind Kind, string Subject, string Text = "", long Value = 0, long Extra = 0);
