import asyncio
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.ext.asyncio import create_async_engine, async_sessionmaker, AsyncSession, AsyncResult


class Base(DeclarativeBase):
    pass


class Part(Base):
    __tablename__ = "part"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


async def main():
    engine = create_async_engine("sqlite+aiosqlite://")
    maker = async_sessionmaker(engine, expire_on_commit=False)
    async with maker() as session:
        connection = await session.connection()
        await connection.run_sync(Base.metadata.create_all)
        session.add_all([Part(name=name) for name in ("screw", "nut", "washer")])
        await session.flush()
        result = await session.stream(sa.select(Part).order_by(Part.id))
        print(type(result).__name__)
        async for row in result:
            print(row.Part.id, row.Part.name)
        async for part in await session.stream_scalars(sa.select(Part).where(Part.id > sa.bindparam("least")).order_by(Part.name), {"least": 1}):
            print(part.name)
        result = await session.stream(sa.select(Part.name, Part.id).order_by(Part.id))
        print(result.keys(), await result.fetchmany(2), await result.fetchone(), await result.fetchone())
        result = await session.stream(sa.text("SELECT id, name FROM part ORDER BY id"))
        async for one in result.mappings():
            print(dict(one))
        result = await session.stream_scalars(sa.select(Part.id))
        print(sorted(await result.all()))
        result = await session.stream(sa.select(Part.id).order_by(Part.id))
        async for several in result.partitions(2):
            print([row.id for row in several])
        print((await connection.execute(sa.text("select count(*) from part"))).scalar())
        await session.rollback()
    await engine.dispose()


asyncio.run(main())
