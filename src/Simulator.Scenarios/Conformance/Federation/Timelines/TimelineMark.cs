namespace Simulator.Scenarios.Conformance.Federation.Timelines;

/// <summary>Something that was done to the clusters while they were recorded, in the recorder's words.</summary>
/// <param name="At">Seconds from the trigger.</param>
internal sealed record TimelineMark(double At, string Text)
{
    public string What => Text.StartsWith("trigger: ", StringComparison.Ordinal) ? Text["trigger: ".Length..] : Text;
}
