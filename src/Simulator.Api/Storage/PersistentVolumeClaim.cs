namespace Simulator.Api;

public sealed record PersistentVolumeClaim : ApiObject
{
    public override string Kind => "PersistentVolumeClaim";

    /// <summary>Name of the bound volume; "" while unbound.</summary>
    public string VolumeName { get; init; } = "";

    public IReadOnlyList<string> AccessModes { get; init; } = [];

    public ResourceList Requests { get; init; } = ResourceList.Empty;

    public LabelSelector? Selector { get; init; }
}
