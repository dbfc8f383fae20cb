namespace Simulator.Api;

/// <summary>apps/v1: a template as it was at one time, kept by the controller that makes pods of it.</summary>
public sealed record ControllerRevision : ApiObject
{
    public override string Kind => "ControllerRevision";

    /// <summary>The highest is the newest.</summary>
    public long Revision { get; init; }

    /// <summary>The template as text: equal revisions have equal texts.</summary>
    public string Data { get; init; } = "";

    public PodTemplate Template { get; init; } = new();
}
