namespace Simulator.Serve.Answers.Selecting;

/// <summary>What a requirement of a selector asks of a value.</summary>
internal enum Condition
{
    In,
    NotIn,
    Exists,
    Absent,
    Greater,
    Less,
}
