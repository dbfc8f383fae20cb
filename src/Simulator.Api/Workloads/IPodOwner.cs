namespace Simulator.Api;

/// <summary>An object that makes the pods which its selector selects.</summary>
public interface IPodOwner
{
    /// <summary>Null or empty selects nothing.</summary>
    LabelSelector? PodSelector { get; }

    PodTemplate Template { get; }
}
