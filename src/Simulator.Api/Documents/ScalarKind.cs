namespace Simulator.Api.Documents;

public enum ScalarKind
{
    Text,
    Integer,
    Decimal,
    Boolean,
    Null,
}
