namespace Simulator.Api;

public enum ScalarKind
{
    Text,
    Integer,
    Decimal,
    Boolean,
    Null,
}
