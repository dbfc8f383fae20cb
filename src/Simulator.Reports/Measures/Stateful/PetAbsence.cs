namespace Simulator.Reports.Measures.Stateful;

/// <summary>A time during which a pet was not both ready to the API and serving in truth.</summary>
/// <param name="was">The life that ended, or broke off.</param>
public sealed class PetAbsence(PetLife pet, PodLife was, TimeSpan from)
{
    public PetLife Pet => pet;

    public PodLife Was => was;

    public TimeSpan From => from;

    /// <summary>In truth it stopped serving, before or meanwhile; else only the API called it not ready.</summary>
    public bool HasStopped { get; internal set; } = !was.Serves;

    /// <summary>Null: it was not back when the run ended.</summary>
    public TimeSpan? To { get; internal set; }

    /// <summary>The first pod that was created in its place; null: its old one came back, or none was created.</summary>
    public PodLife? Next { get; internal set; }

    /// <summary>The life in which it was back.</summary>
    public PodLife? Back { get; internal set; }

    public double SecondsAt(TimeSpan end) => ((To ?? end) - from).TotalSeconds;
}
