namespace Simulator.Serve.Answers.Bodies.Protobuf;

/// <summary>A field of a message.</summary>
/// <param name="Name">In JSON; null: its fields stand in the object around it.</param>
/// <param name="Type">A message, or one of the words of <see cref="MessageReader"/>.</param>
internal sealed record MessageField(string? Name, string Type, FieldForm Form);

internal enum FieldForm
{
    One,
    List,
    Map,
}
